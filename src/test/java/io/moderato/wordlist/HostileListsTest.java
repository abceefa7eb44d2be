package io.moderato.wordlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moderato.comment.Author;
import io.moderato.comment.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileListsTest {
  private static final int LONGEST_TEXT = 64 * 1024;

  /** Counts how often one of its characters is read. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private int reads;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int begin, int end) {
      return text.subSequence(begin, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*a*a*b", "*ab*ab*ab*b*", "*a*b*a*b*c", "*ab*ab*ab*7*", "a*b ab*b a*c"})
  void an_entry_with_stars_reads_no_further_than_its_words_however_long_the_text(String entry) {
    var glob = Glob.of(entry.replace('*', Entry.Phrase.STAR));
    int most = entry.split(" ").length * 2 * Glob.LONGEST_WORD * entry.length();
    for (var part : List.of("a", "ab", "ab ", "a b", "ab".repeat(100) + " ")) {
      for (int length : new int[] {1_000, LONGEST_TEXT, 16 * LONGEST_TEXT}) {
        var text = new CountedText(part.repeat(length / part.length()));

        glob.match(text, text.length() / 2 / part.length() * part.length());

        assertThat(text.reads).as("'%s' in %d of '%s'", entry, length, part).isLessThan(most);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a*a*a*b",
        "*ab*ab*ab*b*",
        "*abab*",
        "ab*",
        "*a*b*a*b*c",
        "/(a*)*b/",
        "/(ab|a|b)*c/",
        "/(?:a?b?){100}c/"
      })
  void an_entry_that_hardly_fits_hits_a_few_times_at_most(String entry) {
    for (var part : List.of("a", "ab", "ab ", "a b", "ab.", "a\u0301b", "abc".repeat(80) + " ")) {
      var text = part.repeat(LONGEST_TEXT / part.length());

      assertThat(WordLists.hits(text, entry).size()).isLessThanOrEqualTo(50);
    }
  }

  @Test
  void a_list_of_the_most_expensive_entries_is_looked_for() {
    var entries = new ArrayList<String>();
    for (int i = 0; i < CompiledList.MOST_GLOBS; i++) {
      entries.add("*ab*ab*ab*" + i + "*");
    }
    for (int i = 10; i < 99; i++) {
      entries.add("/(ab|a|b)*(ab|a|b)*[c-z]" + i + "/");
    }
    for (int i = 1; i < 140; i++) {
      entries.add("*" + "ab".repeat(i) + "*");
    }
    var list = WordLists.list(entries.toArray(String[]::new));
    var text = "ab".repeat(LONGEST_TEXT / 2);
    var words = ("ab".repeat(100) + " ").repeat(LONGEST_TEXT / 201);

    for (var each : List.of(text, words)) {
      assertThat(WordLists.find(list, each, TextFormat.TEXT, Author.UNKNOWN)
              .hits()
              .hits()
              .size())
          .isLessThanOrEqualTo(Hits.MOST);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          '' | is empty
          '   ' | is empty
          * | would hit nearly every comment; leave at least two letters beside the *
          a* | would hit nearly every comment; leave at least two letters beside the *
          * * | would hit nearly every comment; leave at least two letters beside the *
          ! | is an exception without a word
          !... | is an exception without a word
          # hello | begins with #, which marks a comment; write \\# for a hash tag
          /(/ | is no regular expression: missing closing )
          /a**/ | is no regular expression: invalid nested repetition operator
          /(?=a)/ | is no regular expression: invalid or unsupported Perl syntax
          /(a)\\1/ | is no regular expression: invalid escape sequence
          /a*/ | is a regular expression that also matches nothing at all, so it would hit every comment
          // | is a regular expression that also matches nothing at all, so it would hit every comment
          /((a{100}){100}){100}/ | is a regular expression that repeats more than 1000 times
          /(a{1000}){1000,}/ | is a regular expression that repeats more than 1000 times
          /(abc){600}/ | is a regular expression that comes to 3002 steps; at most 2000 are taken
          domain: | names no domain such as example.com
          domain:com | names no domain such as example.com
          domain:a b.com | names no domain such as example.com
          """)
  void an_entry_that_can_not_be_meant_is_refused_in_a_sentence(String entry, String sentence) {
    assertThatThrownBy(() -> EntryReader.read(entry, ListFormat.WORDS))
        .isInstanceOf(InvalidEntryException.class)
        .hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001bb", "a\u0085b"})
  void a_control_character_is_refused_in_any_format(String entry) {
    for (var format : ListFormat.values()) {
      assertThatThrownBy(() -> EntryReader.read(entry, format))
          .hasMessage("holds a control character");
      assertThatThrownBy(() -> EntryReader.read("x".repeat(301), format))
          .hasMessage("is longer than 300 characters");
    }
  }

  @Test
  void a_list_with_too_many_expressions_is_refused() {
    var regexes = new ArrayList<String>();
    var globs = new ArrayList<String>();
    for (int i = 0; i <= CompiledList.MOST_GLOBS; i++) {
      globs.add("a*b" + i);
    }
    for (int i = 0; i < 1000; i++) {
      regexes.add("/a" + i + "/");
    }

    assertThatThrownBy(() -> CompiledList.of(WordLists.list(regexes.toArray(String[]::new))))
        .hasMessage("is one regular expression too many: a list's may come to 2000 steps in all");
    assertThatThrownBy(() -> CompiledList.of(WordLists.list(globs.toArray(String[]::new))))
        .hasMessage("is one entry more with a * inside a word than the 500 that a list may hold");
  }

  @Test
  void any_entry_is_either_read_or_refused_and_any_text_searched() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var alphabet =
        "ab1$*!/\\#. :-\u0301\u200b\ud83d\ude00\ud800\udc00\u4f1f\u0e1e[](){}|?+@'\u00df\ue001\ue000\t";
    for (int i = 0; i < 20_000; i++) {
      var entry = random(random, alphabet, 12);
      var text = random(random, alphabet, 40);
      try {
        for (var format : ListFormat.values()) {
          for (var hit : WordLists.find(
                  WordLists.list(format, entry), text, TextFormat.TEXT, Author.UNKNOWN)
              .hits()
              .hits()) {
            assertThat(hit.begin()).as("seed %d", seed).isBetween(0, hit.end());
            assertThat(hit.end()).as("seed %d", seed).isLessThanOrEqualTo(text.length());
          }
        }
      } catch (InvalidEntryException e) {
        assertThat(e).message().isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError("seed %d, entry '%s', text '%s'".formatted(seed, entry, text), e);
      }
    }
  }

  private static String random(Random random, String alphabet, int longest) {
    var text = new StringBuilder();
    int length = random.nextInt(longest);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
