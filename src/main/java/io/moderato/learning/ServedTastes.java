package io.moderato.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moderato.classify.Classifier;
import io.moderato.classify.FamiliarWords;
import io.moderato.classify.HashedLinearModel;
import io.moderato.learning.LearningRepository.Serving;
import io.moderato.moderation.SiteTaste;
import io.moderato.moderation.SiteTastes;
import io.moderato.mongo.StoreUnavailableException;
import io.moderato.site.SiteId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sites' champions in memory. Which one is to serve is looked up every two seconds while comments come, so that all processes change
 * together; a comment waits for that only where nothing was ever known. A file that is missing or damaged changes nothing: what served goes on.
 */
public final class ServedTastes implements SiteTastes {
  private static final Logger LOG = LoggerFactory.getLogger(ServedTastes.class);
  private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

  /** Of a quarter of a megabyte each. */
  private static final int MOST = 200;

  private final Vertx vertx;
  private final LearningRepository learning;
  private final ModelFiles files;
  private final Function<HashedLinearModel, Classifier> beside;
  private final Counter damaged;
  private final Cache<SiteId, Standing> standing =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /** @param beside makes what scores everything and a site's own model in one pass */
  public ServedTastes(
      Vertx vertx,
      LearningRepository learning,
      ModelFiles files,
      Function<HashedLinearModel, Classifier> beside,
      MeterRegistry metrics) {
    this.vertx = vertx;
    this.learning = learning;
    this.files = files;
    this.beside = beside;
    this.damaged = metrics.counter("learning.models.damaged");
  }

  /** What a site has at present, as far as it is known. */
  private static final class Standing {
    private final AtomicLong asked = new AtomicLong(System.nanoTime() - FRESH);
    private volatile boolean known;
    private volatile @Nullable Serving serving;
    private volatile @Nullable SiteTaste taste;
    private volatile @Nullable Serving broken;

    void serve(@Nullable Serving serving, @Nullable SiteTaste taste) {
      this.serving = serving;
      this.taste = taste;
      broken = null;
      known = true;
    }
  }

  @Override
  public Future<Optional<SiteTaste>> of(SiteId site) {
    var standing = this.standing.get(site, any -> new Standing());
    var asked = standing.asked.get();
    if (System.nanoTime() - asked >= FRESH
        && standing.asked.compareAndSet(asked, System.nanoTime())) {
      var renewed = renew(site, standing)
          .onFailure(failure -> LOG.atWarn()
              .addKeyValue("site", site)
              .addKeyValue("reason", failure.getMessage())
              .log("site's own model not looked up, later again"));
      if (!standing.known) {
        return renewed.map(done -> Optional.ofNullable(standing.taste));
      }
    }
    return Future.succeededFuture(Optional.ofNullable(standing.taste));
  }

  /** Looks up at once what is to serve; completes when it does. */
  public Future<Void> renew(SiteId site) {
    return renew(site, standing.get(site, any -> new Standing()));
  }

  /** Whether what is to serve can't be read, and what served before goes on. */
  boolean isBroken(SiteId site) {
    return standing.get(site, any -> new Standing()).broken != null;
  }

  private Future<Void> renew(SiteId site, Standing standing) {
    return learning.serving(site).compose(found -> {
      var wanted = found.orElse(null);
      if (wanted == null) {
        standing.serve(null, null);
        return Future.succeededFuture();
      }
      return wanted.equals(standing.serving) || wanted.equals(standing.broken)
          ? Future.succeededFuture()
          : load(site, wanted, standing);
    });
  }

  private Future<Void> load(SiteId site, Serving wanted, Standing standing) {
    var version = site + "@" + wanted.number();
    return files
        .get(site, wanted.number())
        .compose(file -> vertx.executeBlocking(() -> read(file, wanted.mayReject()), false))
        .onSuccess(learnt -> standing.serve(
            wanted, new SiteTaste(version, beside.apply(learnt.model()), learnt.words())))
        .<Void>mapEmpty()
        .recover(failure -> {
          if (failure instanceof StoreUnavailableException) {
            return Future.failedFuture(failure);
          }
          standing.broken = wanted;
          standing.known = true;
          damaged.increment();
          LOG.atError()
              .addKeyValue("site", site)
              .addKeyValue("model", version)
              .addKeyValue("reason", failure.getMessage())
              .log("site's own model is damaged, the one before goes on");
          return Future.succeededFuture();
        });
  }

  /** What a file holds. */
  private record Read(HashedLinearModel model, FamiliarWords words) {}

  private static Read read(Optional<byte[]> file, boolean mayReject) throws IOException {
    if (file.isEmpty()) {
      throw new IOException("its file is not there");
    }
    var model = TasteFile.read(file.get());
    var cautious = mayReject
        ? model
        : model.calibrated(List.of(model.calibration(0).atMost(Models.ALMOST_SURE)));
    return new Read(cautious, TasteFile.words(file.get()));
  }
}
