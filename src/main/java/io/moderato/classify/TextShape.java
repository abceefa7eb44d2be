package io.moderato.classify;

/**
 * The look of a text, apart from its words; counted on what a reader sees: markup removed, and addresses of
 * links, which nobody reads, left out.
 *
 * @param words words with at least one letter or digit
 * @param letters letters of any script
 * @param capitalShare share of upper-case letters among the letters that have a case, in [0, 1]; 0 without any
 * @param emoji emoji, each code point of a joined one counted, skin tones not
 * @param emojiOnly whether there are emoji and no words and no links
 * @param exclamations the longest run of exclamation marks
 * @param stretched how often a letter inside a word is stretched, as in "soooo"
 */
public record TextShape(
    int words,
    int letters,
    double capitalShare,
    int emoji,
    boolean emojiOnly,
    int exclamations,
    int stretched) {}
