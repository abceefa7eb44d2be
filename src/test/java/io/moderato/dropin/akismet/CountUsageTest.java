package io.moderato.dropin.akismet;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.AdjustableClock;
import io.moderato.site.SiteId;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountUsageTest {
  private static final SiteId BLOG = new SiteId("blog");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private final FakeUsageRepository stored = new FakeUsageRepository();
  private final CountUsage countUsage =
      new CountUsage(stored, new AdjustableClock("2026-11-22T10:00:00Z"));

  @Test
  void what_the_store_does_not_take_is_counted_on() {
    stored.setDown(true);
    countUsage.count(BLOG, "a.example", Usage.ofCheck(true));
    countUsage.store();
    countUsage.count(BLOG, "a.example", Usage.ofCheck(false));
    stored.setDown(false);

    assertThat(countUsage.since(BLOG, NOVEMBER).await())
        .isEqualTo(Map.of(new BlogMonth(BLOG, NOVEMBER, "a.example"), new Usage(2, 1, 1, 0, 0)));
  }

  @Test
  void is_stored_once() {
    countUsage.count(BLOG, "a.example", Usage.ofReport(true));
    countUsage.store().await();
    countUsage.store().await();

    assertThat(stored.since(BLOG, NOVEMBER).await())
        .isEqualTo(Map.of(new BlogMonth(BLOG, NOVEMBER, "a.example"), Usage.ofReport(true)));
  }
}
