package io.moderato.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.moderato.mongo.TestStore;
import io.moderato.site.SiteId;
import java.util.Random;
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
  void what_was_removed_is_gone_and_removing_again_changes_nothing() {
    files.put(blog, 3, bytes(1, 10)).await();
    files.put(blog, 4, bytes(1, 10)).await();

    files.remove(blog, 3).await();
    files.remove(blog, 3).await();

    assertThat(files.get(blog, 3).await()).isEmpty();
    assertThat(files.get(blog, 4).await()).isPresent();
  }

  private static byte[] bytes(long seed, int size) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
