package io.moderato.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AddressGuardTest {
  private static final Map<String, List<String>> NAMES = Map.ofEntries(
      Map.entry("blog.example.org", List.of("93.184.215.14")),
      Map.entry("both.example.org", List.of("2606:2800:21f::1", "93.184.215.14")),
      Map.entry("six.example.org", List.of("2606:2800:21f::1")),
      Map.entry("mixed.example.org", List.of("93.184.215.14", "10.0.0.1")),
      Map.entry("loop.example.org", List.of("127.0.0.1")),
      Map.entry("127.0.0.1.nip.example", List.of("127.0.0.1")),
      Map.entry("metadata.google.internal", List.of("169.254.169.254")),
      Map.entry("localhost", List.of("127.0.0.1", "::1")),
      Map.entry("mapped.example.org", List.of("::ffff:10.0.0.1")),
      Map.entry("nat64.example.org", List.of("64:ff9b::a00:1")),
      Map.entry("sixtofour.example.org", List.of("2002:a00:1::1")),
      Map.entry("none.example.org", List.of()),
      Map.entry("hooks.internal", List.of("10.9.9.9")));

  private final List<String> lookedUp = new ArrayList<>();
  private final AddressGuard guard = new AddressGuard(AllowedNetworks.NONE, this::resolve);

  private Future<List<InetAddress>> resolve(String host) {
    lookedUp.add(host);
    var addresses = NAMES.get(host);
    return addresses == null
        ? Future.failedFuture(new RefusedAddressException("its host can't be looked up"))
        : Future.succeededFuture(addresses.stream().map(Network::address).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://blog.example.org/hooks?a=1",
        "http://blog.example.org",
        "HTTPS://blog.example.org:8443/",
        "http://93.184.215.14:3000/x",
        "https://[2606:2800:21f::1]/",
        "https://six.example.org/",
        "https://both.example.org/"
      })
  void lets_out_to_the_open_internet(String url) {
    var address = guard.resolve(guard.read(url)).await();

    assertThat(PublicAddresses.contain(address.getAddress())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "blog.example.org",
        "//blog.example.org/",
        "ftp://blog.example.org/",
        "file:///etc/passwd",
        "gopher://blog.example.org/",
        "jar:https://blog.example.org!/",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "https:blog.example.org",
        "https:///x",
        "https://",
        "https://user@blog.example.org/",
        "https://user:password@blog.example.org/",
        "https://blog.example.org@127.0.0.1/",
        "https://127.0.0.1#@blog.example.org/",
        "https://blog.example.org/#part",
        "https://blog.example.org\\@127.0.0.1/",
        "https://blog.example.org /",
        "https://blog.example.org\r\nHost: x/",
        "https://blog.example.org:0/",
        "https://blog.example.org:22/",
        "https://blog.example.org:25/",
        "https://blog.example.org:6379/",
        "https://blog.example.org:27017/",
        "https://blog.example.org:65536/",
        "https://blog.example.org:-1/",
        "http://127.0.0.1/",
        "http://127.0.0.1:8080/",
        "http://127.1/",
        "http://127.255.255.254/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.1./",
        "http://0/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://010.0.0.1/",
        "http://100.64.0.1/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://169.254.169.254/latest/meta-data/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.0.0.192/",
        "http://192.168.1.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::]/",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::7f00:1]/",
        "http://[2002:7f00:1::1]/",
        "http://[2001:0:7f00:1::1]/",
        "http://[2001:db8::1]/",
        "http://[2606:2800::5efe:7f00:1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[2606:2800::1%25eth0]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[::1",
        "http://\u2460\u2461\u2466.0.0.1/",
        "http://bl\u00f6g.example.org/"
      })
  void refuses_without_looking_a_name_up(String url) {
    assertThatThrownBy(() -> guard.read(url)).isInstanceOf(RefusedAddressException.class);
    assertThat(lookedUp).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://loop.example.org/",
        "http://127.0.0.1.nip.example/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://mixed.example.org/",
        "http://mapped.example.org/",
        "http://nat64.example.org/",
        "http://sixtofour.example.org/",
        "http://none.example.org/",
        "http://unknown.example.org/"
      })
  void refuses_what_a_name_leads_to(String url) {
    var uri = guard.read(url);

    assertThatThrownBy(() -> guard.resolve(uri).await())
        .isInstanceOf(RefusedAddressException.class);
  }

  @Test
  void a_very_long_address_is_refused() {
    assertThatThrownBy(() -> guard.read("https://blog.example.org/" + "x".repeat(2000)))
        .isInstanceOf(RefusedAddressException.class);
  }

  @Test
  void what_the_operator_lists_is_let_through_on_any_port_and_nothing_else_is() {
    var listed = new AddressGuard(
        AllowedNetworks.of("127.0.0.1, 10.9.0.0/16,hooks.internal , fd00::/8"), this::resolve);

    assertThat(Stream.of(
                "http://127.0.0.1:81/",
                "http://10.9.1.2/",
                "http://hooks.internal:25/",
                "http://HOOKS.internal/",
                "http://[fd00::1]:8080/")
            .map(listed::read))
        .hasSize(5);
    assertThat(listed.resolve(listed.read("http://hooks.internal/")).await().getPort())
        .isEqualTo(80);
    assertThatThrownBy(() -> listed.read("http://127.0.0.2/"))
        .isInstanceOf(RefusedAddressException.class);
    assertThatThrownBy(() -> listed.read("http://10.10.0.1/"))
        .isInstanceOf(RefusedAddressException.class);
    assertThatThrownBy(() -> listed.resolve(listed.read("http://localhost/")).await())
        .as("::1 is not listed")
        .isInstanceOf(RefusedAddressException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "fd00::/129",
        "1.2.3.4.5",
        "*",
        "10.*",
        "::g",
        "a b"
      })
  void what_is_no_network_can_not_be_listed(String entry) {
    assertThatThrownBy(() -> AllowedNetworks.of(entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + entry + "'");
  }
}
