import { isObject } from '../json/is-object.ts'

/** Reads the types of Table Schema that are written as JSON or as a pair of coordinates. */

/** A JSON object. */
export function readObject(text: string): object | undefined {
  const value = parse(text)
  return isObject(value) ? value : undefined
}

/** A JSON array. */
export function readArray(text: string): readonly unknown[] | undefined {
  const value = parse(text)
  return Array.isArray(value) ? value : undefined
}

/** A point as its format says: `lon,lat`, a JSON array of both, or a JSON object with exactly these keys. */
export function pointReader(format = 'default'): (text: string) => string | undefined {
  return (text) => {
    const pair = format === 'array' ? readArray(text) : format === 'object' ? fromObject(text) : fromText(text)
    if (pair?.length !== 2) return undefined
    const [lon, lat] = pair.map((part) => (typeof part === 'number' || isNumberText(part) ? Number(part) : Number.NaN))
    if (lon === undefined || lat === undefined) return undefined
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? `${lon},${lat}` : undefined
  }
}

/** A GeoJSON object (RFC 7946), or a TopoJSON object where the format says so. */
export function geojsonReader(format = 'default'): (text: string) => object | undefined {
  return (text) => {
    const value = readObject(text)
    const isGood = format === 'topojson' ? isTopology(value) : isGeojson(value)
    return isGood ? value : undefined
  }
}

function fromText(text: string): readonly unknown[] {
  return text.split(',').map((part) => part.trim())
}

function fromObject(text: string): readonly unknown[] | undefined {
  const value = readObject(text) as { lon?: unknown; lat?: unknown } | undefined
  return value && Object.keys(value).length === 2 ? [value.lon, value.lat] : undefined
}

function isNumberText(value: unknown): value is string {
  return typeof value === 'string' && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value)
}

/** How deep the coordinates of each geometry are nested. */
const depths: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
}

function isGeojson(value: unknown): boolean {
  if (!isObject(value)) return false
  const one = value as { type?: unknown; coordinates?: unknown; geometries?: unknown; features?: unknown }
  const { type } = one
  if (typeof type !== 'string') return false
  if (type === 'Feature') return isFeature(value)
  if (type === 'FeatureCollection') return Array.isArray(one.features) && one.features.every(isFeature)
  if (type === 'GeometryCollection') return Array.isArray(one.geometries) && one.geometries.every(isGeojson)
  const depth = Object.hasOwn(depths, type) ? depths[type] : undefined
  return depth !== undefined && isNested(one.coordinates, depth)
}

function isFeature(value: unknown): boolean {
  const one = value as { type?: unknown; geometry?: unknown; properties?: unknown } | null
  if (!isObject(one) || one.type !== 'Feature' || !('geometry' in one) || !('properties' in one)) return false
  return one.geometry === null || isGeojson(one.geometry)
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 1) return value.every((part) => isNested(part, depth - 1))
  return value.length === 0 || (value.length >= 2 && value.every((part) => typeof part === 'number'))
}

function isTopology(value: unknown): boolean {
  const one = value as { type?: unknown; objects?: unknown; arcs?: unknown } | undefined
  return isObject(one) && one.type === 'Topology' && isObject(one.objects) && Array.isArray(one.arcs)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, finite)
  } catch {
    return undefined
  }
}

/** JSON has no number without end: `1e400` would be read as one. Throws there, as at any other fault. */
function finite(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('no finite number')
  return value
}
