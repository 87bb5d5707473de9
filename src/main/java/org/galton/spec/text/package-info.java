/**
 * Reads text and JSON that anyone may have written: UTF-8 or an error with its line and byte, lines
 * and values of bounded size, one document where one is expected. Knows no file system, no format
 * of any tool and of Galton only {@link org.galton.spec.InvalidInput}; uses Jackson.
 */
package org.galton.spec.text;
