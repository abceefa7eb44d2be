package io.moderato.desk;

/**
 * What was just done, and can be taken back.
 *
 * @param sentence what was done
 * @param entry of the audit log
 */
public record UndoView(String sentence, String entry) {}
