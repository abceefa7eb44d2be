<?php
/**
 * Plugin Name: Moderato for Akismet
 * Description: Sends what Akismet's own plug-in asks to a Moderato of yours, and takes verdicts that come later. Needs MODERATO_URL in wp-config.php.
 * License: Apache-2.0
 */

defined( 'ABSPATH' ) && defined( 'MODERATO_URL' ) || exit;

// The plug-in's own hosts become Moderato; whatever else it asks for stays as it is.
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		$parts = wp_parse_url( $url );
		if ( ! preg_match( '/(^|\.)rest\.akismet\.com$/', $parts['host'] ?? '' ) ) {
			return $answer;
		}
		$target = untrailingslashit( MODERATO_URL ) . '/akismet' . $parts['path'];
		if ( ! empty( $parts['query'] ) ) {
			$target .= '?' . $parts['query'];
		}
		// Versions before 5.3 do not say where they hear of later verdicts.
		$is_check = '/comment-check' === substr( $parts['path'], -14 );
		if ( $is_check && false === strpos( (string) $arguments['body'], 'callback=' ) ) {
			$arguments['body'] .= '&callback=' . rawurlencode( rest_url( 'akismet/v1/webhook' ) );
		}
		return wp_remote_request( $target, $arguments );
	},
	10,
	3
);

// The rest is for versions before 5.3 alone: newer ones keep a comment that waits, and listen for its verdict, by themselves.
add_action(
	'plugins_loaded',
	function () {
		if ( ! class_exists( 'Akismet' ) || method_exists( 'Akismet_REST_API', 'receive_webhook' ) ) {
			return;
		}
		$guid  = null;
		$waits = false;
		add_action(
			'akismet_comment_check_response',
			function ( $response ) use ( &$guid, &$waits ) {
				$guid  = $response[0]['x-akismet-guid'] ?? null;
				$waits = isset( $response[0]['x-akismet-recheck-after'] );
			}
		);
		add_filter(
			'pre_comment_approved',
			function ( $approved ) use ( &$waits ) {
				return $waits && 1 === (int) $approved ? 0 : $approved;
			},
			20
		);
		add_action(
			'comment_post',
			function ( $comment ) use ( &$guid, &$waits ) {
				if ( $guid ) {
					add_comment_meta( $comment, 'akismet_guid', $guid );
					add_comment_meta( $comment, 'moderato_status', wp_get_comment_status( $comment ) );
				}
				$guid  = null;
				$waits = false;
			}
		);
		add_action(
			'rest_api_init',
			function () {
				register_rest_route(
					'akismet/v1',
					'/webhook',
					array(
						'methods'             => 'POST',
						'callback'            => 'moderato_receive_verdicts',
						'permission_callback' => function ( $request ) {
							return hash_equals( strtolower( (string) Akismet::get_api_key() ), strtolower( (string) $request->get_param( 'key' ) ) );
						},
					)
				);
			}
		);
	}
);

/** Takes verdicts as newer versions of the plug-in do: unless someone here has decided in the meantime. */
function moderato_receive_verdicts( $request ) {
	$answers = array();
	foreach ( (array) $request->get_param( 'comments' ) as $verdict ) {
		$guid  = (string) ( $verdict['guid'] ?? '' );
		$found = get_comments(
			array(
				'meta_key'   => 'akismet_guid',
				'meta_value' => $guid,
				'status'     => 'any',
				'number'     => 1,
			)
		);
		if ( '' === $guid || ! $found ) {
			$answers[ $guid ] = array(
				'status'  => 'error',
				'message' => 'There is no such comment.',
			);
			continue;
		}
		$id = $found[0]->comment_ID;
		if ( wp_get_comment_status( $id ) === get_comment_meta( $id, 'moderato_status', true ) ) {
			wp_set_comment_status( $id, 'true' === (string) $verdict['result'] ? 'spam' : 'approve' );
			update_comment_meta( $id, 'moderato_status', wp_get_comment_status( $id ) );
		}
		$answers[ $guid ] = array( 'status' => 'success' );
	}
	return array( 'comments' => $answers );
}
