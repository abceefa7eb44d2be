package io.moderato.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reason shows when it is opened on the review page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(SharedService.class)
class ReasonPageTest {
  private static final String TEXT = "Cheap followers here http://followers.example thank me later";

  private final TestSite site;

  ReasonPageTest(RunningService service) {
    this.site = service.newSite();
    site.activate(site.putPolicy(Json.parse("""
        {"name": "careful", "rules": [
          {"name": "spam", "sentence": "Looks like spam.", "when": "scores.SPAM > 0.01", "verdict": "HOLD"}]}
        """)));
  }

  @Test
  void each_word_tells_what_the_label_would_score_without_it() {
    site.submit("c-1", "p-1", TEXT).expect(201);

    var rows = TestModerator.of(site).signedIn().page("/review").select(".reason .words tbody tr");

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(Double.parseDouble(row.child(3).text()))
            .isEqualTo(without(row.child(0)), within(0.006)));
  }

  /** As the classifier says of the same text without that word. */
  private double without(Element typed) {
    var rest = TEXT.replace(typed.text(), " ");
    return site.caller()
        .post("/v1/classify", Json.object("text", rest))
        .expect(200)
        .json()
        .at("/scores/SPAM")
        .asDouble();
  }
}
