"""Who publishes the facts that we import, and the public page where each is found."""

CENSUS = "U.S. Census Bureau"
CENSUS_PAGE = "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html"
ICE = "U.S. Immigration and Customs Enforcement"
ICE_PAGE = "https://www.ice.gov/identify-and-arrest/287g"
LIST_SOURCE = "ice-participating-agencies"  # the Source that a sheet cites for ICE's list
