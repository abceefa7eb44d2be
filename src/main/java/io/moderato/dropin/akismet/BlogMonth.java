package io.moderato.dropin.akismet;

import io.moderato.site.SiteId;
import java.time.YearMonth;

/**
 * What usage is counted by.
 *
 * @param blog the host that the site's key was used for
 */
record BlogMonth(SiteId site, YearMonth month, String blog) {}
