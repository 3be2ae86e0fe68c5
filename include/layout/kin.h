/* UAX #14 in little: where lines of common prose may end. */
#ifndef LECTERN_LAYOUT_KIN_H
#define LECTERN_LAYOUT_KIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ucs.h"

/*
 * Its classes are gathered so that of two characters in a row the answer is
 * plain, whatever stands before them. Of those that are not KIN_OTHER each is
 * one column wide and combines with nothing.
 */
enum kin {
	KIN_OTHER,  /* ask */
	KIN_WORD,   /* AL */
	KIN_DIGIT,  /* NU */
	KIN_QUOTE,  /* QU */
	KIN_STOP,   /* IS */
	KIN_CLOSE,  /* EX, CL, CP */
	KIN_TAIL,   /* IN, BA: the ellipsis, the shorter dash */
	KIN_OPEN,   /* OP */
	KIN_DASH,   /* B2: the longer dash */
	KIN_HYPHEN, /* HY, where KIN_STICKS led to it; else it is KIN_OTHER */
};

/* By the character of ASCII. */
extern const uint8_t kin_ascii[128];

enum kin kin_of(ucs c);

/*
 * What is known of two characters where there is nothing between them, and
 * (KIN_STARTS) blanks: that no line ends there, that one may.
 */
enum kin_pair { KIN_ASK, KIN_STICKS, KIN_PARTS, KIN_STARTS };

enum kin_pair kin_pair(enum kin before, enum kin kin);
enum kin_pair kin_over_blank(enum kin before, enum kin kin);

#endif
