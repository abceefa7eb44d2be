package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.comment.TextFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageGuessTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          en  | Thank you for the recipe, my family loved it
          en  | You are an idiot and nobody likes you
          de  | Das ist ja wohl nicht dein Ernst, oder?
          fr  | Je ne suis pas du tout d'accord avec vous
          es  | No estoy de acuerdo con lo que dice usted
          pt  | Você não sabe o que está dizendo sobre isso
          id  | Saya tidak tahu apa yang kamu maksud dengan itu
          ru  | Это не так, и ты это знаешь
          zh  | 你今天好吗
          ja  | 今日はいい天気ですね
          ko  | 오늘 날씨가 좋네요
          el  | Καλημέρα σε όλους
          he  | שלום לכולם
          ar  | مرحبا
          ar  | شكرا جزيلا على هذا المقال
          und-Arab | این کتاب خیلی خوب است
          de  | Danke!
          de  | Halt einfach die Klappe
          de  | Schöne Grüße
          fr  | C'est n'importe quoi
          fr  | Merci beaucoup
          es  | Muchas gracias
          pt  | Vc não sabe de nada
          pt  | Muito obrigado
          id  | Bagus banget videonya, makasih bang
          vi  | Cảm ơn bạn
          pl  | To nie jest prawda
          it  | Questo non è vero
          nl  | Dat is toch niet waar
          sv  | Det är inte sant
          tr  | Bu çok güzel olmuş
          en  | I don't like it
          en  | shut up you
          ru  | Зарабатывай сидя дома, пиши в личку, мы ждём
          uk  | Дякую за цікаву статтю
          und-Cyrl | Привет
          """)
  void script_and_stop_words_decide_short_comments(String language, String text) {
    assertThat(guess(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          fi | Kiitos paljon hienosta artikkelista, tämä auttoi minua ymmärtämään asian paremmin kuin ennen
          hu | Nagyon szépen köszönöm a segítséget, ez a cikk tényleg hasznos volt mindenki számára itthon
          """)
  void the_detector_decides_longer_ones(String language, String text) {
    assertThat(guess(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          ''
          wow
          Super Video
          Bravo
          👍👍👍
          12345
          """)
  void unknown_is_an_answer(String text) {
    assertThat(guess(text)).isEqualTo("und");
  }

  private static String guess(String text) {
    var features = new CommentFeatures();
    var read = ReadText.of(text, TextFormat.TEXT);
    features.extract(read);
    return LanguageGuess.of(read, features.folded());
  }
}
