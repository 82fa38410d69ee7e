/**
 * The county's townships and rough points (WGS-84). Names: National Bureau of Statistics, edition 2023.
 * `source`: 'page' where a published page gives the coordinate; 'placeholder' may be off by up to 8 km and is
 * corrected by an operator on the map. `share` is an assumption: how many of 136 pilot enterprises lie there.
 */
export const townships = [
  { name: '泗洪经济开发区', kind: '开发区', latitude: 33.465, longitude: 118.19, source: 'placeholder', share: 38 },
  { name: '青阳街道', kind: '街道', latitude: 33.456, longitude: 118.212, source: 'placeholder', share: 24 },
  { name: '大楼街道', kind: '街道', latitude: 33.517, longitude: 118.25, source: 'page', share: 10 },
  { name: '重岗街道', kind: '街道', latitude: 33.5, longitude: 118.13, source: 'placeholder', share: 8 },
  { name: '双沟镇', kind: '镇', latitude: 33.2303, longitude: 118.1786, source: 'page', share: 11 },
  { name: '上塘镇', kind: '镇', latitude: 33.33, longitude: 118.03, source: 'placeholder', share: 4 },
  { name: '魏营镇', kind: '镇', latitude: 33.29, longitude: 118.11, source: 'placeholder', share: 4 },
  { name: '孙园镇', kind: '镇', latitude: 33.43, longitude: 118.38, source: 'placeholder', share: 4 },
  { name: '梅花镇', kind: '镇', latitude: 33.57, longitude: 118.17, source: 'placeholder', share: 4 },
  { name: '归仁镇', kind: '镇', latitude: 33.67, longitude: 118.12, source: 'placeholder', share: 4 },
  { name: '金锁镇', kind: '镇', latitude: 33.63, longitude: 118.28, source: 'placeholder', share: 3 },
  { name: '朱湖镇', kind: '镇', latitude: 33.55, longitude: 118.36, source: 'placeholder', share: 3 },
  { name: '龙集镇', kind: '镇', latitude: 33.46, longitude: 118.58, source: 'placeholder', share: 2 },
  { name: '界集镇', kind: '镇', latitude: 33.565, longitude: 118.42, source: 'placeholder', share: 4 },
  { name: '半城镇', kind: '镇', latitude: 33.36, longitude: 118.43, source: 'placeholder', share: 3 },
  { name: '临淮镇', kind: '镇', latitude: 33.28, longitude: 118.37, source: 'placeholder', share: 2 },
  { name: '天岗湖乡', kind: '乡', latitude: 33.23, longitude: 118.06, source: 'placeholder', share: 2 },
  { name: '车门乡', kind: '乡', latitude: 33.4, longitude: 118.06, source: 'placeholder', share: 1 },
  { name: '瑶沟乡', kind: '乡', latitude: 33.37, longitude: 118.17, source: 'placeholder', share: 2 },
  { name: '石集乡', kind: '乡', latitude: 33.39, longitude: 118.3, source: 'placeholder', share: 2 },
  // No published position was found for this one; the point is the county town's.
  { name: '五里江农场', kind: '农场', latitude: 33.456, longitude: 118.212, source: 'placeholder', share: 0 },
  { name: '洪泽湖农场', kind: '农场', latitude: 33.46, longitude: 118.44, source: 'placeholder', share: 1 },
] as const
