package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.mongo.TestStore;
import io.moderato.site.SiteId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MongoModelFilesTest {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  private final SiteId blog = new SiteId("blog");
  private ModelFiles files;

  @BeforeEach
  void open() {
    files = new MongoModelFiles(STORE.mongo().database(), STORE.mongo().publishers());
  }

  @Test
  void a_file_is_found_as_it_was_put_though_it_takes_several_parts() {
    var file = bytes(1, 700_001);

    files.put(blog, 3, file).await();

    assertThat(files.get(blog, 3).await())
        .hasValueSatisfying(found -> assertThat(found).isEqualTo(file));
    assertThat(files.get(blog, 30).await()).isEmpty();
    assertThat(files.get(new SiteId("blo"), 3).await()).isEmpty();
  }

  @Test
  void the_same_again_replaces_it() {
    files.put(blog, 3, bytes(1, 300_000)).await();

    files.put(blog, 3, bytes(2, 17)).await();

    assertThat(files.get(blog, 3).await())
        .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes(2, 17)));
  }

  @Test
  void all_but_those_that_are_named_are_removed_of_the_site_and_of_no_other() {
    var blog2 = new SiteId(blog.value() + "2");
    for (int number = 3; number < 6; number++) {
      files.put(blog, number, bytes(1, 10)).await();
    }
    files.put(blog2, 3, bytes(1, 10)).await();

    files.keepOnly(blog, Set.of(4, 77)).await();
    files.keepOnly(blog, Set.of(4, 77)).await();

    assertThat(files.get(blog, 3).await()).isEmpty();
    assertThat(files.get(blog, 4).await()).isPresent();
    assertThat(files.get(blog, 5).await()).isEmpty();
    assertThat(files.get(blog2, 3).await()).isPresent();
  }

  private static byte[] bytes(long seed, int size) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
