package io.renderyard.expression;

/**
 * An element of the markup that is drawn on a condition, by offsets.
 *
 * @param begin of its first character
 * @param attribute of the attribute that says the condition, with the space before it
 * @param attributeEnd after the attribute
 * @param condition of the condition
 * @param conditionEnd after the condition
 */
record Element(int begin, int attribute, int attributeEnd, int condition, int conditionEnd) {}
