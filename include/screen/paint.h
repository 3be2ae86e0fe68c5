/* A frame to the pen. */
#ifndef LECTERN_SCREEN_PAINT_H
#define LECTERN_SCREEN_PAINT_H

/* Frees what is kept of the last frame. */
void paint_end(void);

#endif
