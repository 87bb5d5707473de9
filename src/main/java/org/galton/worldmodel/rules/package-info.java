/** The games, each with a program that models it without a fault. */
package org.galton.worldmodel.rules;
