package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextFolderTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          Buy NOW                | buy now
          𝓯𝓻𝓮𝓮 𝗺𝗼𝗻𝗲𝘆              | free money
          ｆｕｌｌ ｗｉｄｔｈ           | full width
          Ⓕⓡⓔⓔ 🅵🆁🅴🅴             | free free
          ﬁne                    | fine
          café naïve             | cafe naive
          łódź smørrebrød        | lodz smorrebrod
          ꜱᴍᴀʟʟ ᴄᴀᴘꜱ             | small caps
          """)
  void one_spelling_for_every_dress(String sent, String folded) {
    assertThat(TextFolder.fold(sent)).hasToString(folded);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          v1agra                 | viagra
          c1al1s                 | cialis
          a$$                    | ass
          $hit                   | shit
          sh!t                   | shit
          b1tch3s                | bitches
          c@sino                 | casino
          f.u.c.k                | fuck
          f u c k you            | fuck you
          F-U-C-K                | fuck
          b_u_y n_o_w            | buy now
          fuuuuck                | fuck
          cooooool               | cool
          freeeee                | free
          f*ck                   | f*ck
          f***                   | f ***
          """)
  void sees_through_disguises(String sent, String folded) {
    assertThat(TextFolder.fold(sent)).hasToString(folded);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          specialist             | specialist
          Scunthorpe             | scunthorpe
          Dick Cheney            | dick cheney
          mp3 4chan 2nd 3pm h264 | mp3 4chan 2nd 3pm h264
          covid19 in 2020        | covid19 in 2020
          $100 and US$50         | $ 100 and us $ 50
          @anna said hi          | @ anna said hi
          e.g. this, i.e. that   | e g this i e that
          I a b                  | iab
          xxx                    | xxx
          don't won’t            | dont wont
          1000000                | 1000000
          hello!                 | hello !
          great!Buy              | great ! buy
          book 'title' here      | book title here
          """)
  void honest_words_stay(String sent, String folded) {
    assertThat(TextFolder.fold(sent)).hasToString(folded);
  }

  @Test
  void look_alikes_are_replaced_in_words_that_mix_alphabets() {
    assertThat(TextFolder.fold("frее сasinо")).hasToString("free casino");
    assertThat(TextFolder.fold("ТRUМР")).hasToString("trump");
    assertThat(TextFolder.fold("Viаgrα")).hasToString("viagra");
  }

  @Test
  void words_all_of_look_alikes_are_replaced_in_plain_text_only() {
    assertThat(TextFolder.fold("this is my сосо now")).hasToString("this is my coco now");
    assertThat(TextFolder.fold("он убрал сор")).hasToString("он убрал сор");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          Привет, как дела       | привет как дела
          Καλημέρα κόσμε         | καλημερα κοσμε
          你好 世界                | 你好 世界
          안녕하세요                 | 안녕하세요
          ガギグ                  | ガギグ
          नमस्ते                  | नमस्ते
          สวัสดี                  | สวัสดี
          مَرْحَبًا                  | مرحبا
          שלום                   | שלום
          """)
  void other_scripts_survive(String sent, String folded) {
    assertThat(TextFolder.fold(sent)).hasToString(folded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f\u200Bre\u200De",
        "f\u0301r\u0336e\u0489e",
        "fr\u00ADee",
        "\u202Efree\u202C",
        "fr\u0000ee",
        "fr\uFE0Fee"
      })
  void what_is_invisible_or_only_decorates_vanishes(String sent) {
    assertThat(TextFolder.fold(sent)).hasToString("free");
  }

  @Test
  void a_word_covers_the_marks_on_its_last_letter() {
    var folded = TextFolder.fold("so fre\u0301e\u0336\u0336 now");

    assertThat(folded.tokenBegin(1)).isEqualTo(3);
    assertThat(folded.tokenEnd(1)).isEqualTo(10);
  }

  @Test
  void letters_apart_cover_what_lies_between_them() {
    var folded = TextFolder.fold("oh f.u.c.k!");

    assertThat(folded.tokenBegin(1)).isEqualTo(3);
    assertThat(folded.tokenEnd(1)).isEqualTo(10);
  }

  @Test
  void regional_indicators_are_letters_unless_they_are_flags() {
    assertThat(FoldedWords.fold("🇫🇺🇨🇰 this")).isEqualTo("fuck this");
    assertThat(FoldedWords.fold("🇫‌🇷‌🇪‌🇪 stuff")).isEqualTo("free stuff");
    assertThat(FoldedWords.fold("🇫🇷🇩🇪 match")).isEqualTo("🇫 🇷 🇩 🇪 match");
  }

  @Test
  void emoji_are_tokens_and_their_repetition_says_no_more() {
    var folded = TextFolder.fold("nice👍🏽👍🏽👍🏽 ok 😂!!!!!");

    assertThat(folded).hasToString("nice 👍 ok 😂 !!!");
    assertThat(folded.emoji).isEqualTo(4);
    assertThat(folded.exclamations).isEqualTo(5);
    assertThat(folded.tokenEnd(1)).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "'\uD83D\uDE00', 1, true",
    "'\uD83D\uDE00 \u2764\uFE0F!!', 2, true",
    "'\uD83D\uDC4D\uD83C\uDFFD', 1, true",
    "'\uD83D\uDE00 ok', 1, false",
    "'\uD83D\uDE00 http://a.example', 1, false",
    "'ok', 0, false",
    "'!!', 0, false",
    "'', 0, false"
  })
  void tells_what_is_made_of_emoji_alone(String text, int emoji, boolean only) {
    var folded = new FoldedText();
    new TextFolder().fold(ReadText.of(text, TextFormat.TEXT), folded);

    assertThat(folded.shape().emoji()).isEqualTo(emoji);
    assertThat(folded.shape().emojiOnly()).isEqualTo(only);
  }

  @Test
  void counts_what_a_text_looks_like() {
    var folded = TextFolder.fold("WOW Ärger 12 soooo v1agra, call +1 (555) 123-4567");

    assertThat(folded.shape()).isEqualTo(new TextShape(10, 22, 4 / 22.0, 0, false, 0, 1));
    assertThat(folded.stretched).isEqualTo(1);
    assertThat(folded.disguised).isEqualTo(1);
    assertThat(folded.longestNumber).isEqualTo(11);
  }
}
