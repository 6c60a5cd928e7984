/** The way in over HTTP: whose credential it is, and how a refusal is said. */
@NullMarked
package io.renderyard.process.web;

import org.jspecify.annotations.NullMarked;
