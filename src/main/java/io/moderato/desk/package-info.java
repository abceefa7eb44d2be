/** The moderators' desk: the pages on which held comments are reviewed. Shows and passes on; what an act does is {@code review}'s. */
@NullMarked
package io.moderato.desk;

import org.jspecify.annotations.NullMarked;
