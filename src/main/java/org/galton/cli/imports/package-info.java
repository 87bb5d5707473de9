/** {@code galton import}: logs of other tools become tables. */
package org.galton.cli.imports;
