/**
 * Reads the files that blogs leave other platforms with, in constant memory, and mends what can be mended. Main types: {@link
 * io.moderato.transfer.file.HistoryFile}, {@link io.moderato.transfer.file.HistorySink}, {@link io.moderato.transfer.file.Findings}. May
 * know {@code comment}, {@code policy} and {@code classify}.
 */
@NullMarked
package io.moderato.transfer.file;

import org.jspecify.annotations.NullMarked;
