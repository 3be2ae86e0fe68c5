/* A frame to curses. */
#ifndef LECTERN_SCREEN_PAINT_H
#define LECTERN_SCREEN_PAINT_H

void paint_begin(void);
void paint_end(void);

#endif
