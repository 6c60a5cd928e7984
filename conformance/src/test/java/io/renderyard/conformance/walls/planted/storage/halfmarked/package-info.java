/** Says nothing of null. */
package io.renderyard.conformance.walls.planted.storage.halfmarked;
