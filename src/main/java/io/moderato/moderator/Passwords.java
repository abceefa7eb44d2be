package io.moderato.moderator;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with argon2id, on one thread of its own, so that signing in never takes more than one core from the comments. Its queue is
 * bounded: what does not fit fails at once with {@link RejectedExecutionException}.
 */
public final class Passwords implements AutoCloseable {
  /** 19 MiB, 2 passes, 1 lane, 32 bytes: the second of the equal choices of OWASP's Password Storage Cheat Sheet. */
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  private static final int SALT_BYTES = 16;
  private static final int LONGEST_QUEUE = 50;

  private final Vertx vertx;
  private final ThreadPoolExecutor thread;
  private final CompletableFuture<PasswordHash> nobodys = new CompletableFuture<>();

  public Passwords(Vertx vertx) {
    this.vertx = vertx;
    this.thread = new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST_QUEUE), task -> {
          var made = new Thread(task, "passwords");
          made.setDaemon(true);
          return made;
        });
    thread.execute(() -> nobodys.complete(hashed(NewPassword.random())));
  }

  public Future<PasswordHash> hash(NewPassword password) {
    return run(() -> hashed(password));
  }

  /** Takes as long for who has no password, or is nobody at all. */
  Future<Boolean> matches(@Nullable PasswordHash hash, String password) {
    return run(() -> {
      var known = hash == null ? nobodys.join() : hash;
      var isEqual = Password.check(NewPassword.composed(password), known.text())
          .with(Argon2Function.getInstanceFromHash(known.text()));
      return hash != null && isEqual;
    });
  }

  private static PasswordHash hashed(NewPassword password) {
    return new PasswordHash(
        Password.hash(password.text()).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult());
  }

  private <T> Future<T> run(Callable<T> work) {
    var result = new CompletableFuture<T>();
    try {
      thread.execute(() -> {
        try {
          result.complete(work.call());
        } catch (Exception e) {
          result.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException e) {
      return Future.failedFuture(e);
    }
    return Future.fromCompletionStage(result, vertx.getOrCreateContext());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
