package org.regatta.shared;

/**
 * One thing that is wrong with an input.
 *
 * @param place where: file, line and column, a form field, or an element ({@code projects.csv:12:3}, {@code scores.technique})
 * @param message what is wrong, as a sentence
 * @param remedy what to do about it, as a sentence
 */
public record Finding(String place, String message, String remedy) {}
