package io.moderato.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeySecretTest {
  @Test
  void a_random_key_is_43_characters_of_base64url_behind_its_mark() {
    assertThat(KeySecret.random().text()).matches("mod_[A-Za-z0-9_-]{43}");
  }

  @Test
  void no_two_random_keys_are_the_same() {
    var seen = new HashSet<KeySecret>();

    for (int i = 0; i < 1000; i++) {
      assertThat(seen.add(KeySecret.random())).isTrue();
    }
  }

  @Test
  void the_hash_is_sha_256_of_the_text_in_utf_8() { // as sha256sum says
    assertThat(new KeySecret("abc").hash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(new KeySecret("é").hash())
        .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }

  @Test
  void is_never_shown() {
    assertThat(new KeySecret("abc")).hasToString("KeySecret[hidden]");
  }
}
