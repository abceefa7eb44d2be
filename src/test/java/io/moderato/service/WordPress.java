package io.moderato.service;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's WordPress with Akismet's own plug-in and ours, its database and a web server, on loopback alone. */
final class WordPress implements AutoCloseable {
  /** The files of Debian's package, which needs Apache if it is installed as one wants it. */
  private static final Path PACKAGE = Path.of("target/debian/wordpress").toAbsolutePath();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path folder;
  private final Path site;
  private final int port = freePort();
  private final List<Process> processes = new ArrayList<>();

  private WordPress(Path folder) {
    this.folder = folder;
    this.site = folder.resolve("site");
  }

  /**
   * Skips the test where a package is missing.
   *
   * @param moderato the address of the service
   * @param key for Akismet's plug-in
   */
  static WordPress start(Path folder, String moderato, String key) throws IOException {
    Commands.assumeInstalled("php", "mariadbd", "mariadb-install-db", "mariadb", "apt-get", "dpkg");
    unpack();
    var wordPress = new WordPress(folder);
    try {
      wordPress.startDatabase();
      wordPress.install(moderato, key);
      wordPress.serve();
    } catch (IOException | RuntimeException | AssertionError e) {
      wordPress.close();
      throw e;
    }
    return wordPress;
  }

  private static void unpack() throws IOException {
    if (!Files.exists(PACKAGE)) {
      var downloads = Files.createDirectories(PACKAGE.resolveSibling("download"));
      try {
        Commands.run(
            downloads,
            Map.of(),
            "sh",
            "-c",
            "apt-get download -qq wordpress && dpkg -x wordpress_*.deb unpacked");
      } catch (AssertionError e) {
        assumeTrue(false, "skipped: Debian's package wordpress can't be fetched");
      }
      Files.move(downloads.resolve("unpacked"), PACKAGE);
    }
  }

  private void startDatabase() throws IOException {
    var data = folder.resolve("database").toString();
    Commands.run(
        folder,
        Map.of(),
        "mariadb-install-db",
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        "--datadir=" + data);
    start(
        "mariadbd",
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--datadir=" + data,
        "--socket=" + socket(),
        "--skip-networking",
        "--innodb-flush-log-at-trx-commit=0");
    await("the database", () -> Files.exists(socket()));
    Commands.run(
        folder,
        Map.of(),
        "mariadb",
        "--no-defaults",
        "--user=root",
        "--socket=" + socket(),
        "--execute=create database wordpress");
  }

  private Path socket() {
    return folder.resolve("db.sock");
  }

  private void install(String moderato, String key) throws IOException {
    Commands.run(
        folder,
        Map.of(),
        "cp",
        "-r",
        PACKAGE.resolve("usr/share/wordpress").toString(),
        site.toString());
    var plugins = Files.createDirectories(site.resolve("wp-content/mu-plugins"));
    Files.copy(Path.of("integrations/wordpress/moderato.php"), plugins.resolve("moderato.php"));
    Files.writeString(
        plugins.resolve(
            "no-flood-check.php"), // all comments of the test come from one address at once
        "<?php add_filter( 'wp_is_comment_flood', '__return_false', 99 );");
    var theme = Files.createDirectories(site.resolve("wp-content/themes/plain"));
    Files.writeString(theme.resolve("style.css"), "/* Theme Name: Plain */");
    Files.writeString(
        theme.resolve("index.php"),
        "<?php while ( have_posts() ) { the_post(); the_content(); comments_template(); }");
    Files.writeString(theme.resolve("comments.php"), "<?php wp_list_comments();");
    Files.writeString(site.resolve("wp-config.php"), """
        <?php
        define( 'DB_NAME', 'wordpress' );
        define( 'DB_USER', 'root' );
        define( 'DB_PASSWORD', '' );
        define( 'DB_HOST', 'localhost:%s' );
        define( 'DB_CHARSET', 'utf8mb4' );
        define( 'DISABLE_WP_CRON', true );
        define( 'WP_HTTP_BLOCK_EXTERNAL', false );
        define( 'MODERATO_URL', '%s' );
        $table_prefix = 'wp_';
        if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
        require_once ABSPATH . 'wp-settings.php';
        """.formatted(socket(), moderato));
    Files.writeString(folder.resolve("install.php"), """
        <?php
        define( 'WP_INSTALLING', true );
        define( 'WP_SITEURL', '%1$s' );
        $_SERVER['HTTP_HOST'] = '127.0.0.1';
        $_SERVER['REQUEST_URI'] = '/';
        require '%2$s/wp-load.php';
        require ABSPATH . 'wp-admin/includes/upgrade.php';
        function wp_mail() { return true; }
        wp_install( 'Bridges', 'grace', 'grace@example.org', true, '', 'a-password-of-the-test' );
        update_option( 'siteurl', '%1$s' );
        update_option( 'home', '%1$s' );
        update_option( 'template', 'plain' );
        update_option( 'stylesheet', 'plain' );
        update_option( 'comment_max_links', 0 );
        update_option( 'comment_moderation', 0 );
        update_option( 'comment_previously_approved', 0 );
        update_option( 'wordpress_api_key', '%3$s' );
        update_option( 'active_plugins', array( 'akismet/akismet.php' ) );
        """.formatted(address(), site, key));
    php("install.php");
  }

  private void serve() throws IOException {
    var command = Commands.command(
        folder,
        Map.of("PHP_CLI_SERVER_WORKERS", "3"),
        "php",
        "-d",
        "display_errors=0",
        "-S",
        "127.0.0.1:" + port,
        "-t",
        site.toString());
    processes.add(command.redirectOutput(folder.resolve("php.log").toFile()).start());
    await("the web server", () -> {
      try (var open = new Socket("127.0.0.1", port)) {
        return open.isConnected();
      } catch (IOException e) {
        return false;
      }
    });
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Runs PHP as the person who administers the blog. */
  String asAdministrator(String code) throws IOException {
    Files.writeString(folder.resolve("administer.php"), """
        <?php
        $_SERVER['HTTP_HOST'] = '127.0.0.1:%d';
        $_SERVER['REQUEST_URI'] = '/';
        require '%s/wp-load.php';
        wp_set_current_user( 1 );
        %s
        """.formatted(port, site, code));
    return php("administer.php");
  }

  private String php(String file) {
    return Commands.run(folder, Map.of(), "php", "-d", "error_reporting=0", file);
  }

  /** As a reader who fills in the form; gives the status. */
  int comment(String author, String text) {
    var form = AkismetCaller.form(Map.of(
        "comment_post_ID",
        "1",
        "author",
        author,
        "email",
        author + "@example.org",
        "comment",
        text));
    return send(HttpRequest.newBuilder(URI.create(address() + "/wp-comments-post.php"))
            .header("Content-Type", AkismetCaller.FORM)
            .header("User-Agent", "Mozilla/5.0")
            .POST(BodyPublishers.ofString(form))
            .build())
        .statusCode();
  }

  /** The page with the first post and its comments. */
  String page() {
    return send(HttpRequest.newBuilder(URI.create(address() + "/?p=1")).build()).body();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void start(String... words) throws IOException {
    processes.add(Commands.command(folder, Map.of(), words)
        .redirectOutput(folder.resolve("database.log").toFile())
        .start());
  }

  /** Looks ten times a second, for a minute. */
  static void await(String what, java.util.function.BooleanSupplier isThere) {
    for (int i = 0; i < 600; i++) {
      if (isThere.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
    throw new AssertionError(what + " did not come");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (var process : processes) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
