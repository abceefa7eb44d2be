package io.moderato.app;

import io.moderato.moderation.ModerateComment;
import io.moderato.moderation.ModeratedCommentRepository;
import io.moderato.moderator.Accounts;
import io.moderato.site.SiteRepository;
import io.moderato.sitepolicy.ChangePolicy;
import io.vertx.core.Future;

/** What is done with all parts once they are built, and before the first request is taken. */
interface BeforeServing {
  BeforeServing NOTHING = (prepared, sites, policies, accounts, moderate, comments, review) -> {};

  /** @param prepared completes when the store can be used */
  void run(
      Future<?> prepared,
      SiteRepository sites,
      ChangePolicy policies,
      Accounts accounts,
      ModerateComment moderate,
      ModeratedCommentRepository comments,
      Review review);
}
