package io.moderato.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.moderation.AuthorStandings.OfAuthor;
import io.moderato.moderation.KnownStandings.OfSite;
import io.moderato.signals.Standing;
import io.moderato.site.SiteId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownStandingsTest {
  private static final SiteId BLOG = new SiteId("blog");

  private final KnownStandings known = new KnownStandings();

  @Test
  void who_is_not_among_the_few_has_none() {
    var few = OfSite.of(trusted(KnownStandings.FEW));

    assertThat(few.standing("id:0")).contains(Standing.TRUSTED);
    assertThat(few.standing("id:ann")).contains(Standing.NONE);
  }

  @Test
  void where_many_have_one_each_has_to_be_asked_for() {
    var many = OfSite.of(trusted(KnownStandings.FEW + 1));

    assertThat(many.standing("id:0")).isEmpty();
    assertThat(many.standing("id:ann")).isEmpty();
  }

  @Test
  void what_was_asked_before_a_change_is_not_kept() {
    var before = known.changes();
    known.forget(BLOG);

    known.keep(BLOG, OfSite.of(List.of()), before);
    assertThat(known.find(BLOG)).isEmpty();

    known.keep(BLOG, OfSite.of(List.of()), known.changes());
    assertThat(known.find(BLOG)).isPresent();
  }

  private static List<OfAuthor> trusted(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new OfAuthor("id:" + number, Standing.TRUSTED))
        .toList();
  }
}
