package io.moderato.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address is looked up and guarded; the certificate is that of the name. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecureSendingTest {
  private static final String NAME = "hooks.example.org";
  private static final String PASSWORD = "not-a-secret";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> namesAskedFor = new CopyOnWriteArrayList<>();

  @TempDir
  private Path folder;

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void the_receiver_is_asked_for_by_its_name_and_proves_it() throws Exception {
    makeCertificate(NAME);

    var answer = sender(trusting()).post(url(serve()), Map.of(), "{}").await();

    assertThat(answer.status()).isEqualTo(204);
    assertThat(namesAskedFor).containsExactly(NAME);
  }

  @Test
  void who_proves_another_name_is_told_nothing() throws Exception {
    makeCertificate("other.example.org");
    var url = url(serve());

    assertThatThrownBy(() -> sender(trusting()).post(url, Map.of(), "{}").await())
        .isInstanceOf(SSLHandshakeException.class);
    assertThat(namesAskedFor).isEmpty();
  }

  @Test
  void whom_nobody_vouches_for_is_told_nothing() throws Exception {
    makeCertificate(NAME);
    var url = url(serve());

    assertThatThrownBy(
            () -> sender(new HttpClientOptions()).post(url, Map.of(), "{}").await())
        .isInstanceOf(SSLHandshakeException.class);
    assertThat(namesAskedFor).isEmpty();
  }

  private GuardedSender sender(HttpClientOptions options) {
    var guard = new AddressGuard(
        AllowedNetworks.of(NAME),
        host -> Future.succeededFuture(List.of(InetAddress.getLoopbackAddress())));
    return new GuardedSender(vertx, guard, Duration.ofSeconds(10), options);
  }

  private HttpClientOptions trusting() {
    return new HttpClientOptions()
        .setTrustOptions(new PemTrustOptions().addCertPath(file("receiver.pem")));
  }

  private int serve() {
    var options = new HttpServerOptions()
        .setSsl(true)
        .setSni(true)
        .setKeyCertOptions(new PfxOptions().setPath(file("receiver.p12")).setPassword(PASSWORD));
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> {
          namesAskedFor.add(request.connection().indicatedServerName());
          request.response().setStatusCode(204).end();
        })
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  private static String url(int port) {
    return "https://%s:%d/hooks".formatted(NAME, port);
  }

  private void makeCertificate(String name) throws IOException, InterruptedException {
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:" + name);
    keytool("-exportcert", "-rfc", "-file", file("receiver.pem"));
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    Stream.of("-alias", "receiver", "-keystore", file("receiver.p12"), "-storepass", PASSWORD)
        .forEach(command::add);
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
