package io.moderato.dropin.akismet;

import io.moderato.site.ApiKey;
import io.moderato.site.Scope;
import io.moderato.site.SiteId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time from the octets of a check, as WordPress sends it, to a submission: the promise is at most 30 µs. Run as {@code ClassifierBenchmark} is. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TranslationBenchmark {
  private static final byte[] BODY =
      ("api_key=ab12cd34ef56&blog=https%3A%2F%2Fblog.example.org&blog_lang=en_US&blog_charset=UTF-8"
              + "&permalink=https%3A%2F%2Fblog.example.org%2Fbridges%2F&user_ip=192.0.2.7&user_agent=Mozilla%2F5.0+%28X11%3B+Linux%29"
              + "&referrer=https%3A%2F%2Fblog.example.org%2Fbridges%2F&comment_type=comment&comment_author=Ada&comment_author_email="
              + "ada%40example.org&comment_author_url=&comment_post_ID=12&comment_parent=0&user_ID=0&comment_date_gmt=2026-11-22+10%3A00%3A00"
              + "&comment_context%5B0%5D=bridges&comment_context%5B1%5D=paint&callback=https%3A%2F%2Fblog.example.org%2Fhear&comment_content="
              + "I+have+read+the+whole+article+twice+now+and+I+still+don%27t+see+where+the+numbers+come+from.+"
                  .repeat(4)
              + "&POST_comment=I+have+read+the+whole+article+twice+now+and+I+still+don%27t+see"
                  .repeat(4)
              + "&HTTP_ACCEPT=text%2Fhtml%2Capplication%2Fxhtml%2Bxml&REQUEST_URI=%2Fwp-comments-post.php&POST_ak_js=1763805600000")
          .getBytes(StandardCharsets.UTF_8);

  private final CheckReader reader = new CheckReader(Clock.systemUTC());
  private final SiteId site = new SiteId("blog");
  private final ApiKey key =
      new ApiKey("k-1", "a".repeat(64), Set.of(Scope.SUBMIT), Instant.EPOCH, "ab12cd34ef56");

  @Benchmark
  public Object translate() {
    return reader.read(site, key, FieldsReader.read("application/x-www-form-urlencoded", BODY));
  }
}
