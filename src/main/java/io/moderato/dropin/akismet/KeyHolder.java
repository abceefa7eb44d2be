package io.moderato.dropin.akismet;

import io.moderato.site.ApiKey;
import io.moderato.site.Site;

/** Who calls: a site, by one of its keys. */
record KeyHolder(Site site, ApiKey key) {}
