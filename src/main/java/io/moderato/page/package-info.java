/** What all pages share: their frame, their words, and how they are answered. Knows nobody of Moderato. */
@NullMarked
package io.moderato.page;

import org.jspecify.annotations.NullMarked;
