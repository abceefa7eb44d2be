/**
 * The demonstration: {@link MadeUpSite} is what a made-up site's readers wrote in two weeks, {@link FillDemo} lets it happen once more. Knows
 * what comments and moderators go through.
 */
@NullMarked
package io.moderato.demo;

import org.jspecify.annotations.NullMarked;
