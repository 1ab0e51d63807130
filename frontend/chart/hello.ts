import * as echarts from 'echarts/core';
console.log('hello', echarts.version);
