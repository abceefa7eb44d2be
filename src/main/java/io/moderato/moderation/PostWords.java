package io.moderato.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moderato.classify.ClassifierPool;
import io.moderato.classify.WordHashes;
import io.moderato.comment.Post;
import io.moderato.comment.PostId;
import io.moderato.comment.PostRepository;
import io.moderato.comment.TextFormat;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of posts: of the text that comes along with a comment, else of the one that is stored. What was read is kept for some seconds. */
public final class PostWords {
  /** Of a longer post the beginning is read. */
  private static final int MOST_CHARACTERS = 64 * 1024;

  private static final int MOST_WORDS_KEPT = 1_000_000;
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final PostRepository posts;
  private final ClassifierPool classifiers;
  private final Cache<Key, Optional<WordHashes>> known = Caffeine.newBuilder()
      .maximumWeight(MOST_WORDS_KEPT)
      .<Key, Optional<WordHashes>>weigher(
          (key, words) -> 32 + words.map(found -> found.content().length).orElse(0))
      .expireAfterWrite(FRESH)
      .build();

  /** @param told length and hash of the text that came along, 0 where none did; within one post that tells texts well enough apart */
  private record Key(SiteId site, PostId post, long told) {}

  public PostWords(PostRepository posts, ClassifierPool classifiers) {
    this.posts = posts;
    this.classifiers = classifiers;
  }

  /**
   * Empty where the post's text is not known.
   *
   * @param told what came along with the comment; null for nothing
   */
  Future<Optional<WordHashes>> of(SiteId site, PostId id, @Nullable Post told) {
    var body = told == null ? null : told.body();
    var key = new Key(
        site,
        id,
        body == null ? 0 : ((long) body.length() << 32) | (body.hashCode() & 0xffffffffL));
    var words = known.getIfPresent(key);
    if (words != null) {
      return Future.succeededFuture(words);
    }
    var post = told != null && body != null
        ? Future.succeededFuture(Optional.of(told))
        : posts.find(site, id);
    return post.compose(this::words).onSuccess(found -> known.put(key, found));
  }

  private Future<Optional<WordHashes>> words(Optional<Post> post) {
    var body = post.map(Post::body).orElse("");
    if (body.isBlank()) {
      return Future.succeededFuture(Optional.empty());
    }
    var title = post.map(Post::title).orElse("");
    var text = title + "\n" + body;
    var read = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    var format = read.indexOf('<') >= 0 ? TextFormat.HTML : TextFormat.TEXT;
    return classifiers.wordHashes(read, format).map(Optional::of);
  }
}
