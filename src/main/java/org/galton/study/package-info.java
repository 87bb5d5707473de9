/**
 * What studies have in common, and the list of them: each is a package below this one, and no other
 * package names it.
 */
package org.galton.study;
