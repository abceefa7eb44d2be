package io.moderato.classify;

import java.util.List;

/**
 * The look of a text as hashed features: present or not, like words. The name is what is hashed, so that the order may change
 * but a name may not.
 */
enum Trait {
  CAPITALS_ALL,
  CAPITALS_MANY,
  EXCLAIMS,
  STRETCHES,
  DISGUISES,
  EMOJI_SOME,
  EMOJI_MANY,
  LINK_ONE,
  LINKS_SOME,
  LINKS_MANY,
  LINK_MARKED,
  EMAIL,
  NUMBER_LONG,
  WORDS_FEW,
  WORDS_SOME,
  WORDS_MANY;

  static final List<Trait> ALL = List.of(values());

  /** Those of the links, whatever the text. */
  static final List<Trait> OF_LINKS = List.of(LINK_ONE, LINKS_SOME, LINKS_MANY, LINK_MARKED, EMAIL);

  private static final int SEED = 0x7a17;

  private final int bucket = CommentFeatures.bucket(Murmur3.hash(SEED, name()));

  /** The bucket of the feature. */
  int bucket() {
    return bucket;
  }

  /** Whether a text with such links has the trait, if it is one of {@link #OF_LINKS}. */
  boolean in(List<LinkSpan> links) {
    return switch (this) {
      case LINK_ONE -> links.size() == 1;
      case LINKS_SOME -> links.size() > 1;
      case LINKS_MANY -> links.size() > 3;
      case LINK_MARKED -> has(LinkSpan.Kind.MARKED, links);
      case EMAIL -> has(LinkSpan.Kind.EMAIL, links);
      default -> false;
    };
  }

  /** Whether a text has the trait. */
  boolean in(FoldedText text, List<LinkSpan> links) {
    return switch (this) {
      case CAPITALS_ALL -> capitals(text) > 0.9;
      case CAPITALS_MANY -> capitals(text) > 0.3;
      case EXCLAIMS -> text.exclamations >= 3;
      case STRETCHES -> text.stretched > 0;
      case DISGUISES -> text.disguised > 0;
      case EMOJI_SOME -> text.emoji > 0;
      case EMOJI_MANY -> text.emoji > 2 && text.emoji > text.words;
      case LINK_ONE, LINKS_SOME, LINKS_MANY, LINK_MARKED, EMAIL -> in(links);
      case NUMBER_LONG -> text.longestNumber >= 9;
      case WORDS_FEW -> text.words <= 4;
      case WORDS_SOME -> text.words > 4 && text.words <= 20;
      case WORDS_MANY -> text.words > 80;
    };
  }

  /** In a text of a few letters capitals say nothing. */
  private static double capitals(FoldedText text) {
    return text.cased < 8 ? 0 : (double) text.capitals / text.cased;
  }

  private static boolean has(LinkSpan.Kind kind, List<LinkSpan> links) {
    for (LinkSpan link : links) {
      if (link.kind() == kind) {
        return true;
      }
    }
    return false;
  }
}
