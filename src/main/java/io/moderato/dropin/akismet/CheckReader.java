package io.moderato.dropin.akismet;

import io.moderato.comment.Author;
import io.moderato.comment.Comment;
import io.moderato.comment.CommentId;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.TextFormat;
import io.moderato.dropin.akismet.Check.Magic;
import io.moderato.http.Problem;
import io.moderato.http.ProblemException;
import io.moderato.http.ProblemType;
import io.moderato.moderation.Callback;
import io.moderato.moderation.Origin;
import io.moderato.moderation.Submission;
import io.moderato.site.ApiKey;
import io.moderato.site.SiteId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a submission of the fields of a check or a report.
 *
 * <p>A check names no comment, so its id is a digest of post, author and text: the same check again is the same comment. The id
 * leaves as {@code guid}, and comes back in reports. The post's id is its permalink's.
 */
final class CheckReader {
  static final String DOOR = "akismet";

  /** Of a text, in UTF-8, as the native operations have it. */
  private static final int MAX_TEXT_BYTES = 64 * 1024;

  private static final int LONGEST_FIELD = 1000;
  private static final Duration LATEST = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\\d+);");

  private static final Set<String> SPAM_AUTHORS =
      Set.of("akismet-guaranteed-spam", "viagra-test-123");
  private static final String SPAM_EMAIL = "akismet-guaranteed-spam@example.com";
  private static final Set<String> TRUSTED_ROLES = Set.of("administrator", "super_admin");

  /** What a receiver wants back along with a late verdict, to find its comment sooner. */
  private static final List<String> REFERENCES = List.of("comment_post_ID", "comment_parent");

  private final Clock clock;

  CheckReader(Clock clock) {
    this.clock = clock;
  }

  /** @throws ProblemException 413 for a text that is too long */
  Check read(SiteId site, ApiKey key, Fields fields) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var text = text(fields);
    var author = author(fields);
    var permalink = clipped(permalink(fields));
    var post = new Post(
        site, PostId.ofAddress(permalink == null ? "" : permalink), permalink, null, null, now);
    var comment = new Comment(
        site,
        id(fields, post.id(), author, text),
        post.id(),
        null,
        author,
        text,
        MARKUP.matcher(text).find() ? TextFormat.HTML : TextFormat.TEXT,
        SentTime.read(fields.get("comment_date_gmt"))
            .filter(at -> !at.isBefore(Instant.EPOCH) && at.isBefore(now.plus(LATEST)))
            .orElse(now),
        isTrapped(fields),
        null);
    var origin = new Origin(DOOR, callback(key, fields));
    var submission = new Submission(comment, post, fields.isTrue("is_test"), origin);
    return new Check(
        submission, magic(fields), fields.firstOf("recheck_reason") != null, imported(fields));
  }

  private static String text(Fields fields) {
    var text = fields.get("comment_content");
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
      throw new ProblemException(Problem.of(
          ProblemType.TOO_LARGE,
          "comment_content is longer than %d bytes of UTF-8.".formatted(MAX_TEXT_BYTES)));
    }
    return text;
  }

  private static Author author(Fields fields) {
    var user = fields.firstOf("user_ID", "user_id");
    return new Author(
        user == null || user.equals("0") ? null : clipped(user),
        clipped(fields.firstOf("comment_author")),
        clipped(fields.firstOf("comment_author_email")),
        clipped(fields.firstOf("comment_author_url")),
        clipped(fields.firstOf("user_ip", "comment_author_IP")),
        clipped(fields.firstOf("user_agent", "comment_agent")));
  }

  private static @Nullable String permalink(Fields fields) {
    var permalink = fields.firstOf("permalink");
    var post = fields.firstOf("comment_post_ID");
    var blog = fields.firstOf("blog");
    if (permalink != null || blog == null) {
      return permalink;
    }
    return post == null ? blog : blog + (blog.endsWith("/") ? "?p=" : "/?p=") + post;
  }

  private static CommentId id(Fields fields, PostId post, Author author, String text) {
    var guid = fields.get("guid");
    return new CommentId(
        CommentId.isOfAkismet(guid)
            ? guid
            : "akismet-" + digest(post.value(), author.name(), author.email(), author.url(), text));
  }

  private static String digest(@Nullable String... parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : Arrays.asList(parts)) {
        sha.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0xff); // never in UTF-8
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** WordPress tells the number of a comment that it has stored; one that has our guid was judged here when it was written. */
  private static @Nullable CommentId imported(Fields fields) {
    var number = fields.get("comment_ID");
    return NUMBER.matcher(number).matches() && !CommentId.isOfAkismet(fields.get("guid"))
        ? CommentId.ofWordPress(number)
        : null;
  }

  private static boolean isTrapped(Fields fields) {
    return fields.firstOf("hidden_honeypot_field", "POST_ak_hp_textarea") != null
        || !fields.get("honeypot_field_name").isEmpty()
            && fields.firstOf(fields.get("honeypot_field_name")) != null;
  }

  private static Magic magic(Fields fields) {
    if (SPAM_AUTHORS.contains(fields.get("comment_author").strip())
        || fields.get("comment_author_email").strip().equalsIgnoreCase(SPAM_EMAIL)) {
      return Magic
          .GUARANTEED_SPAM; // also with a trusted role, so that a test can't pass by accident
    }
    var roles = fields.get("user_role").toLowerCase(Locale.ROOT).split(",");
    return Arrays.stream(roles).map(String::strip).anyMatch(TRUSTED_ROLES::contains)
        ? Magic.ADMINISTRATOR
        : Magic.NONE;
  }

  private static @Nullable Callback callback(ApiKey key, Fields fields) {
    var url = fields.firstOf("callback");
    if (url == null
        || key.akismetKey() == null
        || !CallbackRule.allows(url.strip(), fields.get("blog"))) {
      return null;
    }
    var references = new HashMap<String, String>();
    for (var name : REFERENCES) {
      var value = clipped(fields.firstOf(name));
      if (value != null) {
        references.put(name, value);
      }
    }
    return new Callback(url.strip(), key.id(), references);
  }

  /** Nobody's name is that long; whatever is cut is of no use to a judgement. */
  private static @Nullable String clipped(@Nullable String text) {
    return text == null || text.length() <= LONGEST_FIELD
        ? text
        : text.substring(
            0,
            Character.isHighSurrogate(text.charAt(LONGEST_FIELD - 1))
                ? LONGEST_FIELD - 1
                : LONGEST_FIELD);
  }
}
