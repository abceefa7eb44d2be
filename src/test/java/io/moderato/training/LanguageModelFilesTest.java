package io.moderato.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.classify.OpenNlpClassifier;
import io.moderato.comment.TextFormat;
import io.moderato.model.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models of languages in {@code models/}, on comments of our own: each rude one scores above each calm one by far. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageModelFilesTest {
  private static final OpenNlpClassifier CLASSIFIER =
      new OpenNlpClassifier(new ModelStore(Path.of("models")).serving().byLanguage());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Du dummes Arschloch, halt dein Maul! | Danke, das war ein sehr hilfreicher Artikel.",
        "de | Dieses verlogene Pack gehört weggesperrt | Das Konzert war gestern leider ausverkauft",
        "pt | Vai tomar no cu, seu filho da puta | Muito obrigado, gostei muito da sua explicação",
        "pt | Você é um lixo, seu idiota nojento | Hoje tem jogo e eu vou com minha mãe",
        "zh | 你这个傻逼,滚出去,恶心的垃圾 | 谢谢你的文章,写得很清楚",
        "ko | 이런 쓰레기 같은 년 꺼져라 역겹다 | 좋은 글 감사합니다 잘 읽었어요",
        "fr | Ferme ta gueule sale con, t'es qu'un attardé mental | Merci pour cet article, il est très clair",
        "ar | يا كلب يا حقير انت وسخ | شكرا على المقال الجميل"
      })
  void a_rude_comment_scores_above_a_calm_one(String language, String rude, String calm) {
    var one = CLASSIFIER.classify(rude, TextFormat.TEXT);
    var other = CLASSIFIER.classify(calm, TextFormat.TEXT);

    assertThat(one.language()).isEqualTo(language);
    assertThat(one.models()).startsWith(language + "@");
    assertThat(one.scores().of(Label.TOXIC).orElseThrow())
        .isGreaterThan(1.5 * other.scores().of(Label.TOXIC).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Jetzt 5000 Euro die Woche verdienen, schreib mir auf WhatsApp +49 151 00000000 http://geld.example/jetzt",
        "pt | Ganhe 5000 reais por semana sem sair de casa, me chama no WhatsApp http://ganhe.example/agora",
        "fr | Gagnez 5000 euros par semaine, contactez-moi sur WhatsApp http://argent.example/vite",
        "es | Gana 5000 euros a la semana, escríbeme ya por WhatsApp y te lo explico http://dinero.example/ya"
      })
  void spam_is_scored_in_each_language(String language, String spam) {
    var told = CLASSIFIER.classify(spam, TextFormat.TEXT);

    assertThat(told.language()).isEqualTo(language);
    assertThat(told.scores().of(Label.SPAM).orElseThrow()).isGreaterThan(0.5);
  }

  @Test
  void all_files_together_stay_below_ten_megabytes() throws Exception {
    try (var files = Files.walk(Path.of("models"))) {
      long bytes = files
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();

      assertThat(bytes).isLessThan(10_000_000);
    }
  }
}
