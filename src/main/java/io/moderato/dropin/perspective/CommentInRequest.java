package io.moderato.dropin.perspective;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What both methods are told of a comment. Its context is checked and not used, as the contract's own models do.
 *
 * @param languages as asked for; empty to have them detected
 */
record CommentInRequest(
    String text,
    List<String> languages,
    boolean doNotStore,
    @Nullable String clientToken,
    @Nullable String communityId) {
  private static final int MOST_BYTES = 20_480;
  private static final List<String> TEXT_TYPES =
      List.of("TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT", "HTML");

  static CommentInRequest read(WireObject request) {
    var comment = request.object("comment");
    var text = comment.text("text");
    if (text == null || text.isEmpty()) {
      throw Refusal.ofType("COMMENT_EMPTY", "Comment must be non-empty.");
    }
    if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refusal.ofType("COMMENT_TOO_LONG", "Comment text too long.");
    }
    checkPlain(comment);
    checkContext(request.object("context"));
    request.text("sessionId");
    return new CommentInRequest(
        text,
        request.texts("languages"),
        request.flag("doNotStore"),
        request.text("clientToken"),
        request.text("communityId"));
  }

  private static void checkPlain(WireObject textEntry) {
    if (textEntry.oneOf("type", TEXT_TYPES).equals("HTML")) {
      throw Refusal.invalidRequest(
          "Only plain text is supported: %s.type must be PLAIN_TEXT".formatted(textEntry.place()));
    }
  }

  private static void checkContext(WireObject context) {
    var entries = context.objects("entries");
    if (context.has("articleAndParentComment")) {
      if (!entries.isEmpty()) {
        throw Refusal.invalidRequest(
            "Both fields were populated: context.entries and context.article_and_parent_comment");
      }
      var both = context.object("articleAndParentComment");
      both.object("article").text("text");
      both.object("parentComment").text("text");
    }
    entries.forEach(entry -> entry.text("text"));
  }
}
