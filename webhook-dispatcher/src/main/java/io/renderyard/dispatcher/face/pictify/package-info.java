/** What the Pictify face's subscriptions are told. */
@NullMarked
package io.renderyard.dispatcher.face.pictify;

import org.jspecify.annotations.NullMarked;
