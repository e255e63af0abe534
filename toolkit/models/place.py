"""Jurisdictions: states, counties and equivalents, incorporated places, towns and townships that govern."""

from sqlalchemy import Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from toolkit.models.base import Base


class Jurisdiction(Base):
    """One government or statistical equivalent, by Census GEOID (text: leading zeros matter)."""

    __tablename__ = "jurisdiction"
    __table_args__ = (Index("ix_jurisdiction_state_kind", "state_code", "kind"),)

    geoid: Mapped[str] = mapped_column(String(10), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))  # state, county, place, county_subdivision
    name: Mapped[str] = mapped_column(String(120))  # "St. Louis city"
    short_name: Mapped[str] = mapped_column(String(120))  # "St. Louis"
    designation: Mapped[str] = mapped_column(String(40))  # "city", "county", "parish", "township", "state" …
    state_code: Mapped[str] = mapped_column(String(2), index=True)  # "MO"
    state_name: Mapped[str] = mapped_column(String(40))
    state_geoid: Mapped[str] = mapped_column(String(2))
    population: Mapped[int | None]
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    has_government: Mapped[bool]  # some counties are only statistical
    same_as: Mapped[str | None] = mapped_column(String(10))  # the place that is the same government

    counties: Mapped[list["JurisdictionCounty"]] = relationship(order_by="JurisdictionCounty.position")


class JurisdictionCounty(Base):
    """The counties that a place or county subdivision lies in, the largest share first."""

    __tablename__ = "jurisdiction_county"

    geoid: Mapped[str] = mapped_column(ForeignKey("jurisdiction.geoid"), primary_key=True)
    county_geoid: Mapped[str] = mapped_column(String(5), primary_key=True, index=True)
    position: Mapped[int]
