/* A text for plays: a title page, two sections, two footnotes. */
#ifndef LECTERN_TESTS_READER_TWO_ROADS_H
#define LECTERN_TESTS_READER_TWO_ROADS_H

static const char text[] =
	"On the Two Roads\n"
	"\n"
	"(July 1933)\n"
	"\n"
	"Written: 20 July 1933.\n"
	"Source: The Review, No. 4.\n"
	"\n"
	"The First Road\n"
	"\n"
	"One must not be deceived by general phrases. The control is in "
	"the hands of a few [1]. By what right? By the right of "
	"usurpation.\n"
	"\n"
	"Not one section has dared to breathe a word about it.\n"
	"\n"
	"The Second Road\n"
	"\n"
	"It is long, but it is ours. We counted on reform as on a reality. "
	"Developments followed the worst road [2].\n"
	"\n"
	"That is all! It is not capable of doing more.\n"
	"\n"
	"* * *\n"
	"\n"
	"1. Few: there were nine of them in all, and by the end of it not "
	"more than three.\n"
	"\n"
	"2. Worst: the third.\n";

#endif
