/**
 * HTTP on this machine only. {@link org.galton.view.web.WebServer} listens, {@code Guard} lets in
 * who has the token and came by the right name, a {@link org.galton.view.web.Site} answers, and
 * takes forms that its own pages sent. Knows no table.
 */
package org.galton.view.web;
