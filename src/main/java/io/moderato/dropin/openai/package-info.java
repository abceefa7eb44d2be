/**
 * OpenAI's moderations: its requests to classifications and back. Main type: {@link io.moderato.dropin.openai.OpenAiApi}. May know {@code
 * classify}, {@code comment}, {@code site} and the {@code http} rim.
 */
@NullMarked
package io.moderato.dropin.openai;

import org.jspecify.annotations.NullMarked;
