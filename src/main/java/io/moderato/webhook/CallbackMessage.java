package io.moderato.webhook;

import java.net.URI;

/**
 * What a comment's sender is told at the address that it gave along with the comment; it is sent unsigned.
 *
 * @param url as {@link AddressGuard#read} gave it
 * @param body as it is sent, of that content type
 */
public record CallbackMessage(URI url, String contentType, String body) {}
