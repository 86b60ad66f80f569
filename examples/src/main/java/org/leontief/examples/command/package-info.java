/**
 * The command {@code leontief}: one small class for each question, so that each shows which lines of the library answer it.
 * {@link org.leontief.examples.command.Question} is what they share; what they answer is an
 * {@link org.leontief.examples.command.Answer}, printed, written as JSON or as files.
 */
@NullMarked
package org.leontief.examples.command;

import org.jspecify.annotations.NullMarked;
