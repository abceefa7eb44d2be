package io.moderato.bench;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts for load, made from words of our own and a seed, so that every run sends the same. Two words in three are common English
 * ones, the more common the more often; the others are put together from syllables, so that, as in real comments, most distinct
 * words are rare.
 */
final class BenchText {
  /** The most common first. */
  private static final String[] COMMON =
      ("the of and to in is that it was for on are with as his they at be this from have or by one had not but what all were when we"
              + " there can an your which their said if do will each about how up out them then she many some so these would other into"
              + " has more her two like him see time could no make than first been its who now people my made over did down only way"
              + " find use may water long little very after words called just where most know get through back much before go good new"
              + " write our used me man too any day same right look think also around another came come work three word must because"
              + " does part even place well such here take why things help put years different away again off went old number great"
              + " tell men say small every found still between name should home big give air line set own under read last never us"
              + " left end along while might next sound below saw something thought both few those always looked show large often"
              + " together asked house world going want school important until form food keep children feet land side without boy once"
              + " animals life enough took sometimes four head above kind began almost live page got earth need far hand high year"
              + " mother light parts country father let night following picture being study second eyes soon times story boys since"
              + " white days ever paper hard near sentence better best across during today others however sure means knew try told"
              + " young miles sun ways thing whole hear example heard several change answer room sea against top turned learn point"
              + " city play toward five using himself usually money seen car morning")
          .split(" ");

  private static final String[] SYLLABLES =
      ("ba be bo ca ce co da de di do fa fe fi ga go ha hi jo ka ki la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se"
              + " si so ta te ti to va ve vi wa we ya za st ing er al en or an is on")
          .split(" ");

  private static final String[] MARKS = {". ", ". ", "! ", "? ", ", ", ", ", ", ", " - ", "\n"};

  private final Random random;

  BenchText(long seed) {
    this.random = new Random(seed);
  }

  /** A comment of so many words in sentences. */
  String comment(int words) {
    var text = new StringBuilder();
    var begins = true;
    for (int i = 0; i < words; i++) {
      var word = word();
      text.append(begins ? Character.toUpperCase(word.charAt(0)) : word.charAt(0));
      text.append(word, 1, word.length());
      var mark = i == words - 1 ? "." : random.nextInt(8) == 0 ? mark() : " ";
      begins = mark.startsWith(".") || mark.startsWith("!") || mark.startsWith("?");
      text.append(mark);
    }
    return text.toString();
  }

  /** So many words of no language. */
  String foreign(int words) {
    return Stream.generate(this::rareWord).limit(words).collect(Collectors.joining(" "));
  }

  /** A text of exactly so many ASCII characters. */
  String ofLength(int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(comment(60)).append('\n');
    }
    return text.substring(0, length);
  }

  /** One unbroken word of exactly so many characters. */
  String oneWord(int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return text.substring(0, length);
  }

  private String word() {
    if (random.nextInt(3) > 0) {
      return COMMON[(int) (COMMON.length * Math.pow(random.nextDouble(), 3))];
    }
    return rareWord();
  }

  private String rareWord() {
    var word = new StringBuilder();
    int syllables = 2 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  private String mark() {
    return MARKS[random.nextInt(MARKS.length)];
  }
}
