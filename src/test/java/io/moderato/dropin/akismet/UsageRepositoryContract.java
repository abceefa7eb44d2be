package io.moderato.dropin.akismet;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class UsageRepositoryContract {
  private static final SiteId BLOG = new SiteId("blog");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  abstract UsageRepository usage();

  @Test
  void what_is_added_is_summed_by_site_month_and_blog() {
    usage().add(key(BLOG, NOVEMBER, "a.example"), new Usage(1, 2, 3, 4, 5)).await();
    usage().add(key(BLOG, NOVEMBER, "a.example"), new Usage(10, 20, 30, 40, 50)).await();
    usage().add(key(BLOG, NOVEMBER, "b.example"), Usage.ofCheck(true)).await();

    assertThat(usage().since(BLOG, NOVEMBER).await())
        .isEqualTo(Map.of(
            key(BLOG, NOVEMBER, "a.example"), new Usage(11, 22, 33, 44, 55),
            key(BLOG, NOVEMBER, "b.example"), new Usage(1, 1, 0, 0, 0)));
  }

  @Test
  void earlier_months_and_other_sites_are_left_out() {
    usage()
        .add(key(BLOG, NOVEMBER.minusMonths(1), "a.example"), Usage.ofCheck(true))
        .await();
    usage()
        .add(key(new SiteId("other"), NOVEMBER, "a.example"), Usage.ofCheck(true))
        .await();
    usage()
        .add(key(BLOG, NOVEMBER.plusMonths(2), "a.example"), Usage.ofReport(false))
        .await();

    assertThat(usage().since(BLOG, NOVEMBER).await())
        .isEqualTo(Map.of(key(BLOG, NOVEMBER.plusMonths(2), "a.example"), Usage.ofReport(false)));
  }

  @Test
  void nothing_is_lost_when_many_add_at_once() {
    var key = key(BLOG, NOVEMBER, "a.example");

    Future.all(IntStream.range(0, 20)
            .mapToObj(i -> usage().add(key, Usage.ofCheck(false)))
            .toList())
        .await();

    assertThat(usage().since(BLOG, NOVEMBER).await())
        .isEqualTo(Map.of(key, new Usage(20, 0, 20, 0, 0)));
  }

  private static BlogMonth key(SiteId site, YearMonth month, String blog) {
    return new BlogMonth(site, month, blog);
  }
}
