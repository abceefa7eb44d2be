package io.moderato.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moderato.comment.TextFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTest {
  private final CommentFeatures features = new CommentFeatures();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "buy buy buy cheap pills NOW!!! at https://pills.example/buy and www.pills.example",
        "<p>some <a href='http://x.example/pills'>cheap &amp; good</a> <a href='/y'></a> things</p>"
      })
  void weights_add_up_to_the_margin(String text) {
    var model = Models.random(5, Label.SPAM, Label.TOXIC);

    var why = explain(model, 1, text, TextFormat.HTML);

    double sum = why.parts().stream().mapToDouble(Explanation.Part::weight).sum();
    assertThat(why.baseline() + why.whole() + sum).isCloseTo(why.margin(), within(1e-9));
    assertThat(model.margins(features)[1]).isCloseTo(why.margin(), within(1e-9));
  }

  @Test
  void taking_words_out_moves_the_margin_as_said() {
    var model = Models.random(6, Label.SPAM);
    var why = explain(model, 0, "zqv, xjk. this meal tasted good", TextFormat.TEXT);
    int before = features.distinctCount();
    double weight = why.parts().get(0).weight() + why.parts().get(1).weight();
    double otherHalfOfPair =
        model.weight(0, CommentFeatures.bucketOf("xjk", "this")) / Math.sqrt(before) / 2;

    features.extract("this meal tasted good", TextFormat.TEXT);

    double left = why.margin() - why.baseline() - weight - otherHalfOfPair;
    double wordsFew = model.weight(0, Trait.WORDS_FEW.bucket());
    double wordsSome = model.weight(0, Trait.WORDS_SOME.bucket());
    double sum =
        left * Math.sqrt(before) - wordsSome + wordsFew; // four words are few, six are some
    assertThat(model.margins(features)[0])
        .isCloseTo(why.baseline() + sum / Math.sqrt(features.distinctCount()), within(1e-6));
  }

  @Test
  void taking_the_strongest_evidence_out_lowers_the_score() {
    var model =
        Models.knowing(Label.SPAM, -2, Map.of("pills", 40.0, "cheap", 25.0, "family", -5.0));
    String text = "My family says: cheap pills, ask your doctor";
    var evidence = explain(model, 0, text, TextFormat.TEXT).strongest(text);
    double before = model.margins(features)[0];
    int count = features.distinctCount();

    features.extract("My family says: , ask your doctor", TextFormat.TEXT);

    assertThat(evidence).extracting(Evidence::text).containsExactly("cheap pills");
    double expected = -2
        + (before + 2 - evidence.get(0).weight())
            * Math.sqrt((double) count / features.distinctCount());
    assertThat(model.margins(features)[0]).isCloseTo(expected, within(1e-6));
  }

  @Test
  void disguised_words_are_named_as_they_were_typed() {
    var model = Models.knowing(Label.SPAM, -2, Map.of("viagra", 40.0, "free", 30.0));
    String text = "get f.r.e.e stuff, <b>v&#105;</b>agr\u0430\u0301 for all";

    var evidence = explain(model, 0, text, TextFormat.HTML).strongest(text);

    assertThat(evidence)
        .extracting(Evidence::text)
        .containsExactly("f.r.e.e", "v&#105;</b>agr\u0430\u0301");
  }

  @Test
  void a_link_is_evidence_where_it_is_seen() {
    var model = Models.random(7, Label.SPAM);
    String text = "look https://pills.example/buy now";

    var why = explain(model, 0, text, TextFormat.TEXT);

    assertThat(why.parts()).extracting(Explanation.Part::begin).isEqualTo(List.of(0, 5, 31));
  }

  private Explanation explain(HashedLinearModel model, int label, String text, TextFormat format) {
    features.extract(text, format);
    return new Explainer().explain(model, label, features, Stretch.whole(features));
  }
}
