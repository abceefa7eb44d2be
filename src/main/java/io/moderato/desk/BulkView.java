package io.moderato.desk;

import java.util.List;

/**
 * What an act on many would be done to, before it is.
 *
 * @param most at most so many at once
 * @param query the filter that selects them; empty where they were picked one by one
 * @param keys those that were picked, a line each: version, blank, site and comment
 * @param asOf what began to wait later is not meant
 * @param acts to choose from
 * @param banner what is wrong with what was sent; empty for nothing
 */
public record BulkView(
    int count,
    int most,
    List<RowView> sample,
    String query,
    String keys,
    String asOf,
    List<String> acts,
    String banner) {}
