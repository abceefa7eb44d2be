package io.moderato.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.classify.Label;
import io.moderato.comment.PostId;
import io.moderato.review.QueueOrder;
import io.moderato.review.QueueQuery;
import io.moderato.site.SiteId;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueParametersTest {
  private static final SiteId BLOG = new SiteId("blog");
  private static final SiteId NEWS = new SiteId("news");
  private static final Set<SiteId> BOTH = Set.of(BLOG, NEWS);

  @Test
  void an_address_says_what_is_wanted_and_is_made_again_from_it() {
    var query = "site=blog&label=HATE&post=a%2Fb+c&escalated=yes&q=two+words&order=age";

    var parameters = QueueParameters.ofQuery(query);

    assertThat(parameters.wanted(BOTH))
        .isEqualTo(new QueueQuery(
            Set.of(BLOG),
            QueueOrder.AGE,
            Label.HATE,
            null,
            null,
            null,
            new PostId("a/b c"),
            null,
            null,
            null,
            true,
            "two words"));
    assertThat(parameters.query()).isEqualTo(query);
  }

  @Test
  void what_makes_no_sense_filters_nothing() {
    var parameters = QueueParameters.ofQuery(
        "label=NICE&order=sideways&site=..%2F..&x=1&rule=%20&q=" + "a".repeat(301));

    assertThat(parameters.wanted(BOTH)).isEqualTo(QueueQuery.of(BOTH, QueueOrder.PRIORITY));
  }

  @Test
  void a_foreign_site_is_not_asked_for() {
    assertThat(QueueParameters.ofQuery("site=foreign").wanted(BOTH).sites()).isEqualTo(BOTH);
  }
}
